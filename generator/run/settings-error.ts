/** Flags or settings that make no sense. The message says what is wrong, `help` what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
