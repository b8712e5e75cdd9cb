import { randomInt } from 'node:crypto';

/** Whom the program of all tests believes where a request comes from: what the tests themselves run on. */
export const TRUSTED_PROXIES = '127.0.0.1';

/**
 * Lets requests come from an address that no other test has, as far as the program trusts where they say
 * they are from. The wrong passwords of all tests together would block the one address of this machine.
 */
export function ownAddress(): Record<string, string> {
  const group = () => randomInt(0x1_0000).toString(16);
  // Of the range for documentation; the program takes the first four groups for one address.
  return { 'x-forwarded-for': `2001:db8:${group()}:${group()}::1` };
}
