/** iPhones tell the size of text their owner chose only through a font of this name. */

const NORMAL = 17;
const LARGEST = 2;

export function obeySystemTextSize(): void {
  if (!CSS.supports('-webkit-touch-callout', 'none')) return;
  const probe = document.createElement('span');
  probe.style.font = '-apple-system-body';
  document.body.append(probe);
  const chosen = parseFloat(getComputedStyle(probe).fontSize) / NORMAL;
  probe.remove();
  const factor = Math.min(Math.max(chosen, 1), LARGEST);
  document.documentElement.style.fontSize = `${factor * 100}%`;
}
