/** One HTTP request. Whatever happens becomes a reply: an answer, a refusal, or nobody there. */
import { UNREACHABLE, type Refused, type Unreachable } from '../wire';

export type Reply<T> = ({ ok: true } & T) | Refused | Unreachable;

interface Asked {
  token?: string;
  body?: object;
  /** Sent as it is, in the place of a body. */
  file?: Blob;
  /** For what takes longer than most. */
  patience?: number;
}
type Method = 'GET' | 'POST' | 'DELETE';

const PATIENCE_MS = 10_000;
const FILE_PATIENCE_MS = 75_000;
const BROKEN: Refused = { ok: false, code: 'server_error', retry: false };

export async function ask<T>(
  method: Method,
  address: string,
  asked: Asked = {},
): Promise<Reply<T>> {
  const reply = await within(asked.patience ?? PATIENCE_MS, async (signal) =>
    read<T>(await request(method, address, asked, signal)),
  );
  return reply ?? UNREACHABLE;
}

export async function fetchFile(address: string, token: string): Promise<Reply<{ file: File }>> {
  const reply = await within(FILE_PATIENCE_MS, async (signal) => {
    const response = await request('GET', address, { token }, signal);
    if (!response.ok) return read<{ file: File }>(response);
    return { ok: true as const, file: await fileOf(response, address) };
  });
  return reply ?? UNREACHABLE;
}

/** Null when the network failed, or was silent for too long at any point. */
async function within<T>(patience: number, act: (signal: AbortSignal) => Promise<T>) {
  const patienceEnds = new AbortController();
  const timer = setTimeout(() => patienceEnds.abort(), patience);
  try {
    return await act(patienceEnds.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function request(
  method: Method,
  address: string,
  { token, body, file }: Asked,
  signal: AbortSignal,
) {
  const headers = {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
    ...(file ? { 'Content-Type': 'application/octet-stream' } : {}),
  };
  const sent = body ? { body: JSON.stringify(body) } : file ? { body: file } : {};
  return fetch(address, { method, headers, cache: 'no-store', signal, ...sent });
}

async function read<T>(response: Response): Promise<Reply<T>> {
  const body: unknown = await response.json().catch(() => null);
  if (isObject(body)) return (response.ok ? { ...body, ok: true } : body) as Reply<T>;
  // Without our JSON it was a proxy that answered, or a connection that broke off.
  return response.status >= 400 && response.status < 500 ? BROKEN : UNREACHABLE;
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

async function fileOf(response: Response, address: string): Promise<File> {
  const named = response.headers.get('Content-Disposition') ?? '';
  const inThai = /filename\*=UTF-8''([^;]+)/i.exec(named)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(named)?.[1];
  const name = inThai ? decodeURIComponent(inThai) : (plain ?? address.replace(/.*\//, ''));
  const content = await response.blob();
  return new File([content], name, { type: content.type });
}
