/** Fetches the heavier weight after the page is usable: until then the browser thickens the regular one. */
export function loadBoldLater(): void {
  // Without it the regular weight stands in.
  const load = () => setTimeout(() => void import('./styles/bold.css').catch(() => {}), 500);
  if (document.readyState === 'complete') load();
  else window.addEventListener('load', load, { once: true });
}
