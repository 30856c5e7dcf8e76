/** What lets people in: the signs at the door, and secret links. */
import type { Role } from '../wire';

export interface DoorSigns {
  address: string;
  addresses: string[];
  link: string;
  code: string;
  join_svg: string;
  wifi_svg: string | null;
  wifi_name: string | null;
}

export interface NewLink {
  id: string;
  role: Exclude<Role, 'participant'>;
  name: string;
}

export interface MintedLink {
  key_id: string;
  key: string;
  link: string;
  /** Its QR. */
  svg: string;
}
