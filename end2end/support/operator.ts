import { execFile } from 'node:child_process';
import { programFile, type Program } from './program';

/** Runs a command of the operator beside a running program; `input` is what it reads. */
export async function operate(program: Program, args: readonly string[], input = ''): Promise<void> {
  await new Promise<void>((done, failed) => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const env = { ...environment, MKM_PUBLIC_URL: program.url, MKM_DATA_DIR: program.dataDir };
    const child = execFile(programFile(), args, { env }, (error, _out, said) => {
      if (error === null) done();
      else failed(new Error(`mkm ${args.join(' ')} failed.\n${said}`));
    });
    child.stdin?.end(input);
  });
}
