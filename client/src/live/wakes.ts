/** When a sleeping page comes back: a phone out of a pocket, a page out of the back-forward cache, Wi-Fi again. */

export function onWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', whenVisible);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  return () => {
    document.removeEventListener('visibilitychange', whenVisible);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
  };
}
