import { readdirSync } from 'node:fs';
import type { CoderInput } from '../../classify/index.ts';
import { openStore } from '../../store/index.ts';
import { chatAddress } from '../../workers/chat-client.ts';
import { openSecondCoder, type SecondCoder } from '../../workers/second-coder.ts';
import { type Answer, askedItem, type ChatServerForTests, openChatServer } from '../chat-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ITEM: CoderInput = {
  id: 'i1',
  kind: 'email',
  headers: { from: 'a@oakpd.gov', to: 'b@ice.dhs.gov', cc: '', date: '', subject: 'status' },
  body: 'Can you check his status? No charges.',
};
const CONTACT = {
  relevance: 'contact',
  purpose: 'civil-immigration',
  conduct: 'none',
  quotes: ['check his status'],
};

let server: ChatServerForTests | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function open(answer: Answer, store: string | null = null, timeout = 5000): Promise<SecondCoder> {
  server = await openChatServer(answer);
  const settings = { url: server.url, model: 'small', allowRemote: false, timeout };
  return openSecondCoder(settings, store === null ? null : openStore(store));
}

const says =
  (value: unknown): Answer =>
  () =>
    JSON.stringify(value);

describe('a second coder', () => {
  test('is given the codebook and the item, and its verdict follows from its answers', async () => {
    const coder = await open(says(CONTACT));
    expect(await coder.code(ITEM)).toEqual({ ...CONTACT, verdict: 'status-only' });
    const [request] = server!.requests;
    expect(request).toMatchObject({ model: 'small', temperature: 0 });
    expect(request!.messages[0]!.content).toContain('# Codebook');
    expect(askedItem(request!)).toEqual({ kind: 'email', headers: ITEM.headers, body: ITEM.body });
  });

  test.each([
    ['is no JSON', 'the verdict is status-only', 'malformed'],
    ['has a code that is not in the codebook', { ...CONTACT, purpose: 'revenge' }, 'malformed'],
    ['leaves the purpose of a contact open', { ...CONTACT, purpose: null }, 'malformed'],
    ['has no list of quotes', { ...CONTACT, quotes: 'check his status' }, 'malformed'],
    ['quotes what is not in the text', { ...CONTACT, quotes: ['he sold drugs'] }, 'no true quote'],
    ['quotes nothing for a contact', { ...CONTACT, quotes: [] }, 'no true quote'],
    [
      'lies in its quote of no contact',
      { relevance: 'none', purpose: null, conduct: null, quotes: ['ice on the road'] },
      'no true quote',
    ],
  ])('is not counted where its answer %s', async (_, answer, reason) => {
    const coder = await open(() => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
    expect(await coder.code(ITEM)).toBeNull();
    expect(coder.summary()).toContain(`0 items answered, 1 ${reason}`);
  });

  test('keeps the true quotes of an answer that also has untrue ones, and reads JSON in a fence', async () => {
    const answer = JSON.stringify({ ...CONTACT, quotes: ['invented', 'No charges'] });
    const coder = await open(() => `\`\`\`json\n${answer}\n\`\`\``);
    expect(await coder.code(ITEM)).toMatchObject({ quotes: ['No charges'] });
  });

  test.each<[string, Answer, string]>([
    [
      'answers with status 500',
      (_, response) => {
        response.writeHead(500).end('out of memory');
        return null;
      },
      'error status',
    ],
    [
      'sends half a reply',
      (_, response) => {
        response.writeHead(200).end('{"choices": [{"mess');
        return null;
      },
      'malformed reply',
    ],
    [
      'refuses',
      (_, response) => {
        response.end(
          JSON.stringify({ choices: [{ message: { content: null, refusal: 'I cannot help with that.' } }] }),
        );
        return null;
      },
      'refusal',
    ],
    [
      'sends elsewhere',
      (_, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:9/v1/chat/completions' }).end();
        return null;
      },
      'unreachable',
    ],
    [
      'closes the line',
      (_, response) => {
        response.destroy();
        return null;
      },
      'unreachable',
    ],
  ])('leaves the run whole where the server %s', async (_, answer, reason) => {
    const coder = await open(answer);
    expect(await coder.code(ITEM)).toBeNull();
    expect(coder.summary()).toContain(`1 ${reason}`);
  });

  test('does not wait longer than it was told', async () => {
    const coder = await open(() => new Promise(() => undefined), null, 100);
    expect(await coder.code(ITEM)).toBeNull();
    expect(coder.summary()).toContain('1 timeout');
  });

  test('gives up a server that has failed three times in a row', async () => {
    const coder = await open((_, response) => {
      response.writeHead(503).end();
      return null;
    });
    for (let n = 0; n < 5; n += 1)
      expect(await coder.code({ ...ITEM, body: `${ITEM.body} ${n}` })).toBeNull();
    expect(server!.requests).toHaveLength(3);
    expect(coder.summary()).toContain('3 error status, 2 not asked');
  });

  test('asks again without a schema where the server knows none', async () => {
    const coder = await open((request, response) => {
      if (request.response_format === undefined) return JSON.stringify(CONTACT);
      response.writeHead(400).end('{"error": "response_format"}');
      return null;
    });
    expect(await coder.code(ITEM)).toMatchObject({ verdict: 'status-only' });
  });

  test('answers from the store the second time, whatever the server would say then, and keeps no failure', async () => {
    const store = temporaryFolder();
    let times = 0;
    const changing: Answer = (_, response) => {
      times += 1;
      if (times === 2) return JSON.stringify(CONTACT);
      response.writeHead(500).end();
      return null;
    };
    const first = await open(changing, store);
    expect(await first.code(ITEM)).toBeNull();
    expect(readdirSync(store)).not.toContain('opinion');
    expect(await first.code(ITEM)).toMatchObject({ verdict: 'status-only' });
    await server!.close();
    const later = openSecondCoder(
      { url: 'http://127.0.0.1:9', model: 'small', allowRemote: false, timeout: 100 },
      openStore(store),
    );
    expect(await later.code(ITEM)).toMatchObject({ verdict: 'status-only' });
    expect(await later.code({ ...ITEM, body: 'Another text.' })).toBeNull();
  });

  test('measures the agreement answer by answer', async () => {
    const coder = await open(says(CONTACT));
    const opinion = (await coder.code(ITEM))!;
    coder.compare(opinion, opinion);
    coder.compare({ relevance: 'none', purpose: null, conduct: null, verdict: 'not-contact' }, opinion);
    expect(coder.summary()).toBe(
      'small: 1 items answered; 2 compared, 1 with another verdict; kappa: verdict 0.00, relevance 0.00, purpose 1.00, conduct 1.00',
    );
  });
});

describe('the address of a second coder', () => {
  test.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v1/chat/completions'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
    ['http://[::1]:8000/v1/', 'http://[::1]:8000/v1/chat/completions'],
    ['http://127.9.9.9/x/chat/completions', 'http://127.9.9.9/x/chat/completions'],
  ])('%s is asked at %s', (given, asked) => {
    expect(chatAddress(given, false).href).toBe(asked);
  });

  test.each([
    'http://192.168.1.5:8080',
    'https://models.example/v1',
    'http://127.0.0.1.models.example',
    'http://localhost.example',
    'http://0.0.0.0:8080',
    'http://localhost@models.example',
    'http://[::ffff:8.8.8.8]',
  ])('%s is refused without --allow-remote', (given) => {
    expect(() => chatAddress(given, false)).toThrow(/--allow-remote/);
    expect(chatAddress(given, true).pathname).toBe('/v1/chat/completions');
  });

  test.each(['', 'localhost:8080', 'file:///etc/passwd', 'ftp://127.0.0.1'])('%p is none', (given) => {
    expect(() => chatAddress(given, true)).toThrow(/--second-coder/);
  });
});
