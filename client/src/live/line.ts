/** The socket as `live.svelte.ts` needs it: what it hears, and questions that are answered or time out. */
import { io, type Socket } from 'socket.io-client';
import { socketPath } from '../base';
import type {
  Answer,
  CatchUp,
  ClientToServer,
  Hello,
  Refused,
  Sent,
  ServerToClient,
} from '../wire';

export interface Heard extends ServerToClient {
  /** The line broke, or a call found nobody: it calls again by itself. */
  lost: () => void;
  failed: () => void;
  /** The server hung up: it will not be called again unless we say so. */
  closed: () => void;
  /** The server said no, with a code. */
  refused: (code: string) => void;
}

export interface Line {
  readonly connected: boolean;
  connect(): void;
  disconnect(): void;
  /** Rejects when there was no answer in time. */
  command(command: Sent): Promise<Answer>;
  catchUp(asked: CatchUp): Promise<Hello | Refused>;
  waiting(cards: number): void;
}

export type OpenLine = (greeting: () => object, heard: Heard) => Line;

const PATIENCE_MS = 5_000;
const CONNECT_PATIENCE_MS = 8_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;

export const openLine: OpenLine = (greeting, heard) => {
  const socket = open(greeting);
  listen(socket, heard);
  return {
    get connected() {
      return socket.connected;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    command: (command) => socket.timeout(PATIENCE_MS).emitWithAck('command', command),
    catchUp: (asked) => socket.timeout(PATIENCE_MS).emitWithAck('catch_up', asked),
    // Nobody waits for the answer: whoever did not hear this is told with the next greeting.
    waiting: (cards) => void socket.emit('waiting', { cards }, () => undefined),
  };
};

type LiveSocket = Socket<ServerToClient, ClientToServer>;

function open(greeting: () => object): LiveSocket {
  return io(window.location.origin, {
    path: socketPath(),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (tell) => tell(greeting()),
    forceNew: true,
    timeout: CONNECT_PATIENCE_MS,
    reconnectionDelay: FIRST_DELAY_MS,
    reconnectionDelayMax: LONGEST_DELAY_MS,
    randomizationFactor: 0.5,
  });
}

function listen(socket: LiveSocket, heard: Heard): void {
  socket.on('hello', heard.hello);
  socket.on('changes', heard.changes);
  socket.on('head', heard.head);
  socket.on('draining', heard.draining);
  socket.on('gone', heard.gone);
  socket.on('revoked', heard.revoked);
  socket.on('room', heard.room);
  socket.on('connect_error', ({ message }) =>
    socket.active ? heard.failed() : heard.refused(message),
  );
  socket.on('disconnect', (why) => {
    if (socket.active) heard.lost();
    else if (why === 'io server disconnect') heard.closed();
  });
}
