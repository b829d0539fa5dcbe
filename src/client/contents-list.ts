/** How far down the screen a heading counts as reached: a share of its height. */
const LINE = 0.2;

/**
 * A list of links to the headings of the page, in which the part being read is marked with
 * `aria-current`.
 */
class ContentsList extends HTMLElement {
  connectedCallback() {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')];
    const parts = links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    // Called whenever a heading crosses the line, in either direction.
    const observer = new IntersectionObserver(
      () => {
        const line = innerHeight * LINE + 1;
        const current = parts.findLast(
          ({ heading }) => heading.getBoundingClientRect().top <= line,
        );
        for (const { link } of parts) {
          if (link === current?.link) link.setAttribute('aria-current', 'location');
          else link.removeAttribute('aria-current');
        }
      },
      // From far above the screen down to the line: a heading above it counts as inside.
      { rootMargin: `100000px 0px -${100 - LINE * 100}%` },
    );
    for (const { heading } of parts) observer.observe(heading);
  }
}

customElements.define('contents-list', ContentsList);
