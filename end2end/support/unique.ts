let made = 0;

/** A text that no other test has, in any worker. */
export function unique(): string {
  made += 1;
  return `${process.pid.toString(36)}${Date.now().toString(36)}${made.toString(36)}`;
}
