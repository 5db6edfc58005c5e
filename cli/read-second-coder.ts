import { SettingsError } from '../case/index.ts';
import type { SecondCoderSettings } from '../workers/index.ts';
import type { SecondCoderOptions } from './second-coder-options.ts';

/** The second coder the user wants; null for none. */
export function readSecondCoder(options: SecondCoderOptions): SecondCoderSettings | null {
  const { secondCoder: url, model, allowRemote, secondTimeout } = options;
  if (url === undefined) {
    if (model !== undefined || allowRemote === true)
      throw new SettingsError('--model and --allow-remote need --second-coder');
    return null;
  }
  if (model === undefined) throw new SettingsError('--second-coder needs --model');
  return { url, model, allowRemote: allowRemote === true, timeout: secondTimeout * 1000 };
}
