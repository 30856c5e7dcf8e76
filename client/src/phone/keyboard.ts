/** Tells the styles how much of the page the phone's keyboard covers, as `--keyboard`. */

export function followKeyboard(): void {
  const view = window.visualViewport;
  if (!view) return;
  const measure = () => {
    // While somebody has zoomed in, the visible part says nothing about a keyboard.
    const covered = view.scale > 1.01 ? 0 : window.innerHeight - view.height - view.offsetTop;
    document.documentElement.style.setProperty('--keyboard', `${Math.max(0, covered)}px`);
  };
  view.addEventListener('resize', measure);
  view.addEventListener('scroll', measure);
  measure();
}
