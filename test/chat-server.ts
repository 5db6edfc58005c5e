import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request asked, as the protocol has it. */
export interface ChatRequest {
  model: string;
  temperature: number;
  response_format?: unknown;
  messages: { role: string; content: string }[];
}

/** How the server answers a request: a text, or anything it may do to the socket. */
export type Answer = (
  request: ChatRequest,
  response: ServerResponse,
) => string | null | Promise<string | null>;

export interface ChatServerForTests {
  /** Address to give to `--second-coder`. */
  url: string;
  requests: ChatRequest[];
  close(): Promise<void>;
}

/** The record a request asks about. */
export function askedItem(request: ChatRequest): { body: string; headers: { subject: string } } {
  return JSON.parse(request.messages.at(-1)?.content ?? '{}');
}

/** A server on 127.0.0.1 that speaks the chat-completions protocol. `answer` returns null where it has answered itself. */
export async function openChatServer(answer: Answer): Promise<ChatServerForTests> {
  const requests: ChatRequest[] = [];
  const server = createServer((incoming, response) => {
    void respond(incoming, response);
  });
  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (incoming.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const request = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatRequest;
    requests.push(request);
    const content = await answer(request, response);
    if (content === null) return;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        model: request.model,
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      }),
    );
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
