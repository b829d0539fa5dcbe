// @ts-check
/* global document, localStorage */
/* Runs in the head, before the first paint: the reader's settings, and that there is script at all. */
(() => {
  const root = document.documentElement;
  root.dataset.script = 'on';
  try {
    Object.assign(root.dataset, JSON.parse(localStorage.getItem('reading') ?? '{}'));
  } catch {
    // Storage is shut, or not ours: the page looks as designed.
  }
})();
