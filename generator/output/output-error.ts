/** The output folder cannot be used as it is: no permission, no space, another run at work. The message is for the user. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Words for what the operating system refused. */
export function describeRefusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space is left on the device';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands where a folder is needed';
    case 'ENOENT':
      return 'it is not there';
    case 'EADDRINUSE':
      return 'another program listens on it';
    case 'EISDIR':
    case 'ENOTEMPTY':
      return 'a folder stands where a file is needed';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
