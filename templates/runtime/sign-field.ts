import type { Codec } from './operation.js';
import { signText } from './sign-request.js';

/** Replaces a text by its signature with the merchant private key: the mark `data-signed`. The page says which text. */
export const signField: Codec = (value, { merchant }) => signText(String(value), merchant.privateKey);
