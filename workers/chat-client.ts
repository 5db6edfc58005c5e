import { SettingsError } from '../case/index.ts';
import { type ChatMessage, OPINION_SCHEMA } from '../classify/index.ts';

/** A server with the OpenAI chat-completions interface, and the model to be asked there. */
export interface ChatServer {
  url: URL;
  model: string;
  /** Milliseconds until an answer has to be there whole. */
  timeout: number;
}

/** A text, a refusal, or why there is neither. */
export type ChatReply =
  | { kind: 'text'; text: string }
  | { kind: 'refusal' }
  | { kind: 'failed'; reason: 'timeout' | 'unreachable' | 'error status' | 'malformed reply' };

/** Bytes of a reply that are read; an answer has some hundred. */
const LARGEST_REPLY = 1_000_000;
/** Tokens the model may write. */
const MOST_TOKENS = 800;

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * The address that is asked: records leave this machine only where the user says so in so many words.
 *
 * @throws SettingsError where the address is none, or another machine's without `allowRemote`.
 */
export function chatAddress(given: string, allowRemote: boolean): URL {
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new SettingsError(`--second-coder is no address: ${given}`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new SettingsError(`--second-coder needs http:// or https://, not ${url.protocol}//`);
  if (!allowRemote && !isLoopback(url.hostname))
    throw new SettingsError(
      `--second-coder ${url.hostname} is another machine: the records would leave this one; --allow-remote permits it`,
    );
  const path = url.pathname.replace(/\/+$/, '');
  if (!path.endsWith('/chat/completions'))
    url.pathname = path.endsWith('/v1') ? `${path}/chat/completions` : `${path}/v1/chat/completions`;
  return url;
}

/** Asks once. Never throws: whatever goes wrong is a reply. */
export async function askChat(server: ChatServer, messages: readonly ChatMessage[]): Promise<ChatReply> {
  const schema = {
    type: 'json_schema',
    json_schema: { name: 'coding', strict: true, schema: OPINION_SCHEMA },
  };
  const first = await post(server, messages, { response_format: schema });
  // Older servers know no schemas and say so; the answer is checked either way.
  return first.status === 400 ? (await post(server, messages, {})).reply : first.reply;
}

async function post(
  { url, model, timeout }: ChatServer,
  messages: readonly ChatMessage[],
  more: object,
): Promise<{ status: number; reply: ChatReply }> {
  const failed = (reason: Extract<ChatReply, { kind: 'failed' }>['reason'], status = 0) => ({
    status,
    reply: { kind: 'failed', reason } as const,
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model,
        messages,
        temperature: 0,
        seed: 1,
        max_tokens: MOST_TOKENS,
        stream: false,
        ...more,
      }),
      // A redirection could lead to another machine.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await readUpTo(response, LARGEST_REPLY);
    if (!response.ok) return failed('error status', response.status);
    return { status: response.status, reply: readReply(text) };
  } catch (error) {
    return failed(isTimeout(error) ? 'timeout' : 'unreachable');
  }
}

function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
}

async function readUpTo(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) break;
    chunks.push(chunk);
  }
  return size > most ? '' : Buffer.concat(chunks).toString('utf8');
}

interface Completion {
  choices?: { finish_reason?: unknown; message?: { content?: unknown; refusal?: unknown } }[];
}

function readReply(text: string): ChatReply {
  let choice: NonNullable<Completion['choices']>[number] | undefined;
  try {
    choice = (JSON.parse(text) as Completion | null)?.choices?.[0];
  } catch {
    return { kind: 'failed', reason: 'malformed reply' };
  }
  const message = choice?.message;
  const refused = typeof message?.refusal === 'string' && message.refusal !== '';
  if (refused || choice?.finish_reason === 'content_filter') return { kind: 'refusal' };
  if (typeof message?.content !== 'string') return { kind: 'failed', reason: 'malformed reply' };
  return { kind: 'text', text: message.content };
}
