import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { run } from '../../runtime/plain/processes.cjs';

const node = async (code: string, options = {}) =>
	await run(process.execPath, ['-e', code], options);

describe('running a command', () => {
	it('gives its exit code, its standard output alone, and both streams together', async () => {
		const { output, ...result } = await node(
			'console.log("a"); console.error("b"); process.exit(3)',
		);
		expect(result).toEqual({ code: 3, timedOut: false, stdout: 'a\n' });
		// Which of two streams is read first is the system's choice.
		expect(output.split('\n').sort()).toEqual(['', 'a', 'b']);
	});

	it('runs it where it is told to, with the environment that it is given', async () => {
		const code = 'process.stdout.write(`${process.cwd()} ${process.env.WORD}`)';
		const cwd = realpathSync(tmpdir());
		const { stdout } = await node(code, { cwd, env: { WORD: 'seen' } });
		expect(stdout).toBe(`${cwd} seen`);
	});

	it('ends it when it takes too long', async () => {
		const result = await node('setInterval(() => {}, 1000)', { timeoutMs: 200 });
		expect(result).toEqual({ code: null, timedOut: true, stdout: '', output: '' });
	});

	it('ends it at what it is told not to bear', async () => {
		const code = 'console.error("warn ENOSPC"); setInterval(() => {}, 1000)';
		const result = await node(code, { endAt: /ENOSPC/ });
		expect(result).toMatchObject({ code: null, output: 'warn ENOSPC\n' });
	});

	it('rejects for a command that cannot be found', async () => {
		await expect(run('no-such-command-7', [])).rejects.toMatchObject({ code: 'ENOENT' });
	});
});
