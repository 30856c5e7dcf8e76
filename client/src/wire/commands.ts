/** What people can ask for, and what the server answers. Names are the server's; no rules live here. */
import type { PlanCommand, PlanParticipantCommand } from './plan';
import type { AgendaCommand } from './agenda';
import type { Phase, Proposals, View } from './board';
import type { TablesMode } from './workshop';

export type ParticipantCommand =
  | { name: 'try_card'; board: string; text: string }
  | SubmitCard
  | EditCard
  | { name: 'withdraw_card'; card: string }
  | { name: 'sit'; table: number | null }
  | { name: 'ask_about' | 'unask'; card: string }
  | PlanParticipantCommand;

export interface SubmitCard {
  name: 'submit_card';
  board: string;
  text: string;
  proposed?: string | null;
  neighbour?: boolean;
}

export interface EditCard {
  name: 'edit_card';
  card: string;
  text: string;
  proposed?: string | null;
}

export type FacilitatorCommand =
  | { name: 'start_phase'; board: string; phase: Phase }
  | { name: 'start_timer' | 'extend_timer'; board: string; seconds: number }
  | { name: 'stop_timer'; board: string }
  | { name: 'read_card'; board: string; card: string | null }
  | { name: 'place_card'; card: string; column: string }
  | { name: 'skip_card'; card: string }
  | { name: 'move_cards'; cards: string[]; column: string | null; before?: string | null }
  | { name: 'place_as_proposed'; board: string }
  | { name: 'park_cards' | 'bring_back_cards' | 'accept_late_cards'; cards: string[] }
  | { name: 'fix_card'; card: string; text: string }
  /** `cards` may name groups as well. */
  | { name: 'star_cards' | 'unstar_cards'; cards: string[] }
  | { name: 'add_card'; board: string; text: string; column?: string | null }
  | { name: 'add_cards'; board: string; cards: NewCard[] }
  | { name: 'hold_card' | 'answer_card'; card: string }
  | { name: 'hold_next'; board: string; after?: string | null }
  | { name: 'let_go' | 'resume_phones' }
  /** With minutes the room has a break: so long from now. */
  | { name: 'pause_phones'; minutes?: number }
  | { name: 'set_tables'; tables: number; mode: TablesMode; table_cards: number }
  | { name: 'start_checking' | 'stop_checking'; board: string }
  | { name: 'pass_cards'; cards: string[] }
  | GroupCommand
  | { name: 'undo' | 'redo' }
  | { name: 'skip_step'; step: number }
  | FocusOn
  | { name: 'show_view'; board: string; view: View }
  | { name: 'set_aliases'; aliases: string[][] }
  | { name: 'keep_apart'; cards: string[] }
  | { name: 'turn_page'; board: string; page: number }
  | { name: 'blank_screens' | 'unblank_screens' | 'stop_joining' | 'resume_joining' }
  | { name: 'rename_workshop'; title: string }
  | { name: 'change_question'; board: string; question: string }
  | ChangeLimits
  | PlanCommand
  | AgendaCommand
  | {
      name: 'set_room';
      address: string | null;
      wifi_name: string | null;
      wifi_password: string | null;
    };

/** One of many cards at once; no column is the inbox. */
export interface NewCard {
  text: string;
  column?: string | null;
}
export interface FocusOn {
  name: 'focus';
  board: string;
  card?: string | null;
  column?: string | null;
  group?: string | null;
}
/** Cards of one meaning (กลุ่มบัตร), and true duplicates stacked beneath one card. */
export type GroupCommand =
  | { name: 'group_cards'; cards: string[]; label?: string; column?: string | null }
  | { name: 'join_group'; cards: string[]; group: string; before?: string | null }
  | { name: 'ungroup_cards'; cards: string[] }
  | { name: 'name_group'; group: string; label: string }
  | { name: 'move_group'; group: string; column: string | null; before?: string | null }
  | { name: 'merge_groups'; groups: string[]; into: string }
  | { name: 'dissolve_group'; group: string }
  | { name: 'stack_cards' | 'unstack_cards'; cards: string[] };

export interface ChangeLimits {
  name: 'change_limits';
  board: string;
  cards_each?: number;
  neighbour_cards?: number;
  proposals?: Proposals;
  write_seconds?: number;
}

export type OwnerCommand =
  | { name: 'revoke_link'; key: string }
  | { name: 'keep_until'; until: string }
  | { name: 'lock_workshop' };

export type Command = ParticipantCommand | FacilitatorCommand | OwnerCommand;

/** A command as it travels: the id makes a retry harmless, and is the card's id when a card is made. */
export type Sent<C extends Command = Command> = C & { id: string };

export type RefusalCode =
  | 'malformed'
  | 'empty'
  | 'too_long'
  | 'forbidden'
  | 'not_found'
  | 'no_such_card'
  | 'no_such_board'
  | 'no_such_group'
  | 'no_such_column'
  | 'no_such_vote'
  | 'vote_running'
  | 'vote_closed'
  | 'nothing_to_vote_on'
  | 'too_many_votes'
  | 'too_many_on_one'
  | 'not_yours'
  | 'board_is_open'
  | 'board_holds_cards'
  | 'column_holds_cards'
  | 'too_many_boards'
  | 'too_many_templates'
  | 'no_such_template'
  | 'unsupported_template'
  | 'not_accepting'
  | 'no_cards_left'
  | 'proposal_needed'
  | 'intake_over'
  | 'finished'
  | 'locked'
  | 'not_shown'
  | 'held'
  | 'all_held'
  | 'nothing_waiting'
  | 'no_such_table'
  | 'paused'
  | 'nothing_to_undo'
  | 'nothing_to_redo'
  | 'changed_since'
  | 'joining_stopped'
  | 'id_taken'
  | 'bad_token'
  | 'revoked'
  | 'gone'
  | 'reload'
  | 'retry'
  | 'rate_limited'
  | 'too_many'
  | 'too_many_tries'
  | 'wrong_code'
  | 'wrong_key'
  | 'wrong_resume_code'
  | 'wrong_password'
  | 'password_needed'
  | 'too_large'
  | 'unsupported_backup'
  | 'busy'
  | 'too_long_to_make'
  | 'no_such_format'
  | 'nothing_decided'
  | 'ticket_used'
  | 'unreadable_file'
  | 'template_unsafe'
  | 'template_not_word'
  | 'too_many_rows'
  | 'foreign_origin'
  | 'unknown_host'
  | 'server_error';

export interface Refused {
  ok: false;
  code: RefusalCode;
  retry: boolean;
  after_ms?: number;
  field?: string;
  limit?: number;
}

/** Nobody answered: the command may or may not have arrived, and may be sent again with the same id. */
export interface Unreachable {
  ok: false;
  code: 'unreachable';
  retry: true;
}
export const UNREACHABLE: Unreachable = { ok: false, code: 'unreachable', retry: true };

export interface Done {
  ok: true;
  seq: number;
}

export type Answer = Done | Refused;
export type Outcome = Answer | Unreachable;
