/** A wrong setting or argument: one line for the user, exit status 2. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The run cannot go on for a reason that is not the user's settings: one line for the user, exit status 1. */
export class RunError extends Error {
  override readonly name = 'RunError';
}
