/** One thing that happened to a call. Holds nothing secret. */
export interface LogEntry {
  readonly event: 'attempt' | 'answer' | 'failure' | 'retry';
  /** `POST /v3/refunds`. */
  readonly operation: string;
  readonly host: string;
  /** From 1. */
  readonly attempt: number;
  /** Of an answer. */
  readonly status?: number;
  readonly requestId?: string | undefined;
  /** Of a failure: its code, such as `ECONNRESET`. */
  readonly reason?: string;
  /** Of a retry: milliseconds until then. */
  readonly delay?: number;
}
