import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeUnused } from '../../runtime/cache';
import { cacheKey, cacheRoot, MARKER } from '../../runtime/plain/places.cjs';

const folder = mkdtempSync(join(tmpdir(), 'lastmile-cache-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function source(lock: string): string {
	const dir = mkdtempSync(join(folder, 'source-'));
	writeFileSync(join(dir, 'package.json'), '{}');
	writeFileSync(join(dir, 'package-lock.json'), lock);
	return dir;
}

describe('the cache of n8n installations', () => {
	it('has one key per lock file, system and processor', () => {
		const key = cacheKey(source('{"a":1}'), 'linux', 'x64');
		expect(key).toMatch(/^n8n-linux-x64-[0-9a-f]{16}$/);
		expect(cacheKey(source('{"a":1}'), 'linux', 'x64')).toBe(key);
		expect(cacheKey(source('{"a":2}'), 'linux', 'x64')).not.toBe(key);
		expect(cacheKey(source('{"a":1}'), 'linux', 'arm64')).not.toBe(key);
	});

	it('lies where the environment says', () => {
		expect(cacheRoot({ LASTMILE_CACHE: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c');
		expect(cacheRoot({ XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'n8n-nodes-lastmile'));
		expect(cacheRoot({})).toMatch(/\.cache.n8n-nodes-lastmile$/);
	});

	it('drops only what nobody has used for 30 days, and only what it made', async () => {
		const root = mkdtempSync(join(folder, 'root-'));
		const long = new Date(Date.now() - 31 * 24 * 3600 * 1000);
		const names = ['0', '1', '2'].map((digit) => `n8n-linux-x64-${digit.repeat(16)}`);
		const [current = '', old = '', recent = ''] = names;
		for (const name of [...names, 'mine']) {
			mkdirSync(join(root, name));
			writeFileSync(join(root, name, MARKER), '');
			if (name !== recent) utimesSync(join(root, name, MARKER), long, long);
		}
		await removeUnused(root, current);
		const left = [...names, 'mine'].filter((name) => existsSync(join(root, name)));
		expect(left).toEqual([current, recent, 'mine']);
		expect(left).not.toContain(old);
	});
});
