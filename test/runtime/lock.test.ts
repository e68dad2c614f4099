import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { isLocked, withLock } from '../../runtime/plain/lock.cjs';

const folder = mkdtempSync(join(tmpdir(), 'lastmile-lock-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock', () => {
	it('lets one in at a time, tells the others whom they wait for, and leaves nothing', async () => {
		const lock = join(folder, 'one');
		let inside = 0;
		let most = 0;
		const waited: number[] = [];
		let told = (): void => {};
		const somebodyWaits = new Promise<void>((resolve) => (told = resolve));
		const task = async () => {
			most = Math.max(most, ++inside);
			await somebodyWaits;
			inside--;
		};
		const wait = (pid: number): void => {
			waited.push(pid);
			told();
		};
		await Promise.all([1, 2].map(() => withLock(lock, task, wait)));
		expect(most).toBe(1);
		expect(waited).toEqual([process.pid]);
		expect(existsSync(lock)).toBe(false);
	});

	it('is taken over from a process that no longer lives', async () => {
		const lock = join(folder, 'dead');
		mkdirSync(lock);
		const owner = { token: 'x', pid: 2 ** 22 + 1, host: hostname() };
		writeFileSync(join(lock, 'owner.json'), JSON.stringify(owner));
		expect(await isLocked(lock)).toBe(false);
		await expect(withLock(lock, async () => await isLocked(lock))).resolves.toBe(true);
		expect(await isLocked(lock)).toBe(false);
	});

	it('is given back when the task throws', async () => {
		const lock = join(folder, 'throws');
		await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(existsSync(lock)).toBe(false);
	});
});
