/** Where each kind of visitor has their screen. */
import { url } from '../base';
import type { Identity } from '../identity';

export function screenOf({
  role,
  workshop,
  code,
}: Pick<Identity, 'role' | 'workshop' | 'code'>): string {
  if (role === 'participant') return url(`j/${code ?? ''}`);
  if (role === 'wall') return url(`wall/${workshop}`);
  if (role === 'result') return url(`r/${workshop}`);
  return url(`w/${workshop}`);
}
