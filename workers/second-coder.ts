import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import {
  type Answers,
  type CoderInput,
  describeAgreement,
  measureAgreement,
  type Opinion,
  opinionMessages,
  readOpinion,
} from '../classify/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import { type ArtifactStore, readJson } from '../store/index.ts';
import { askChat, type ChatReply, type ChatServer, chatAddress } from './chat-client.ts';
import { PROJECT_ROOT } from './project.ts';

/** A model beside the first coder, as the user names it. It never overrides; where it differs, a person decides. */
export interface SecondCoderSettings {
  url: string;
  model: string;
  allowRemote: boolean;
  /** Milliseconds for one answer. */
  timeout: number;
}

export interface SecondCoder {
  /** What the model says of one item; null where it has no answer that counts. */
  code(input: CoderInput): Promise<Opinion | null>;
  /** Keeps the answers of both coders to the same thing for the agreement. */
  compare(first: Answers, second: Answers): void;
  /** What was asked, what came of it, and how far the two agree: one line for people. */
  summary(): string;
}

/** Failures in a row after which the server is taken to be gone, so that a run does not wait for each item in vain. */
const GIVE_UP_AFTER = 3;

/** The stage of the store in which answers are kept. */
const STAGE = 'opinion';

/**
 * Makes a second coder. With a store, what the model wrote is kept by the content of the question, so that a second run
 * gives the same; failures of the server are not kept.
 *
 * @throws SettingsError where the address is not allowed.
 */
export function openSecondCoder(settings: SecondCoderSettings, store: ArtifactStore | null): SecondCoder {
  if (settings.model.trim() === '') throw new SettingsError('--model needs the name of a model');
  const url = chatAddress(settings.url, settings.allowRemote);
  const server: ChatServer = { url, model: settings.model, timeout: settings.timeout };
  const codebook = readFileSync(join(PROJECT_ROOT, 'docs/codebook.md'), 'utf8');
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const pairs: { first: Answers; second: Answers }[] = [];
  let failures = 0;

  async function replyTo(input: CoderInput): Promise<ChatReply | null> {
    const messages = opinionMessages(codebook, input);
    const key = sha256Hex(JSON.stringify([settings.model, messages]));
    if (store?.has(STAGE, key)) return readJson<ChatReply>(join(store.path(STAGE, key), 'reply.json'));
    if (failures >= GIVE_UP_AFTER) return null;
    const reply = await askChat(server, messages);
    failures = reply.kind === 'failed' ? failures + 1 : 0;
    if (reply.kind !== 'failed')
      await store?.write(STAGE, key, (folder) =>
        writeFile(join(folder, 'reply.json'), JSON.stringify(reply)),
      );
    return reply;
  }

  return {
    async code(input) {
      const reply = await replyTo(input);
      if (reply === null || reply.kind !== 'text') {
        count(reply === null ? 'not asked' : reply.kind === 'failed' ? reply.reason : 'refusal');
        return null;
      }
      const opinion = readOpinion(reply.text, input);
      count(typeof opinion === 'string' ? opinion : 'answered');
      return typeof opinion === 'string' ? null : opinion;
    },
    compare(first, second) {
      pairs.push({ first, second });
    },
    summary() {
      const { answered = 0, ...lost } = Object.fromEntries([...counts].sort());
      const others = Object.entries(lost).map(([name, times]) => `${times} ${name}`);
      const items = [`${answered} items answered`, ...others].join(', ');
      return `${settings.model}: ${items}; ${describeAgreement(measureAgreement(pairs))}`;
    },
  };
}
