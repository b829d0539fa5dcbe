/**
 * Starts the service worker, and tells the reader when the site has been published again. The page
 * stays as it is until the reader asks for the new one.
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');

if ('serviceWorker' in navigator && manifest && !import.meta.env.DEV) {
  // After everything that this page needs.
  addEventListener('load', () => void start(new URL('worker.js', manifest.href).pathname));
}

async function start(address: string) {
  // Under Trusted Types a script's address has to come out of a named policy.
  const policy = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    'wellsourced',
    {
      createScriptURL(url) {
        if (url !== address) throw new TypeError(`${url} is no script of this site.`);
        return url;
      },
    },
  );
  try {
    const registration = await navigator.serviceWorker.register(
      (policy?.createScriptURL(address) ?? address) as string,
      { updateViaCache: 'none' },
    );
    watch(registration);
    // The search index comes behind everything else, and holds nothing up.
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('bring');
  } catch {
    // No worker in this window (private, or switched off): everything works but offline.
  }
}

function watch(registration: ServiceWorkerRegistration) {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) tell(registration.waiting);
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  look();
  follow();
  registration.addEventListener('updatefound', follow);
}

function tell(waiting: ServiceWorker) {
  // In the markup of `Base.astro`, since it is in the language of the site.
  const words = document.querySelector<HTMLElement>('[data-update]')!.dataset;
  document.querySelector('.update')?.remove();
  const button = (text: string, press: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', press);
    return made;
  };
  const show = button(words['show']!, () => {
    // Another tab may have asked for them already.
    if (waiting.state !== 'installed') return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    waiting.postMessage('take over');
  });
  const later = button(words['later']!, () => notice.remove());
  const notice = document.createElement('p');
  notice.className = 'update';
  notice.role = 'status';
  document.body.append(notice);
  // A status is read out when it changes, not when it appears.
  setTimeout(() => notice.append(`${words['update']} `, show, ' ', later));
}
