import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { explain } from '../../runtime/plain/npm.cjs';

const SETUP = pathToFileURL(resolve(__dirname, '../../scripts/lib/setup.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'lastmile-setup-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The module is plain ESM that runs before any loader is there, so it is asked from outside. */
function ask(expression: string): string {
	const code = `const setup = await import(${JSON.stringify(SETUP)}); console.log(${expression});`;
	const args = ['--input-type=module', '-e', code];
	return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
}

function project(version: string): string {
	const top = mkdtempSync(join(folder, 'top-'));
	const packages = { '': {}, 'node_modules/a': { version } };
	writeFileSync(join(top, 'package-lock.json'), JSON.stringify({ packages }));
	mkdirSync(join(top, 'node_modules'));
	return top;
}

const isCurrent = (top: string) => ask(`setup.isCurrent(${JSON.stringify(top)})`);

describe('whether the dependencies are installed', () => {
	it('says no without a stamp', () => {
		expect(isCurrent(project('1.0.0'))).toBe('false');
	});

	it('believes its own stamp while the lock file is the same', () => {
		const top = project('1.0.0');
		const stamp = join(top, 'node_modules', '.lastmile-stamp');
		writeFileSync(stamp, ask(`setup.lockHash(${JSON.stringify(top)})`));
		expect(isCurrent(top)).toBe('true');
		writeFileSync(join(top, 'package-lock.json'), '{"packages":{}}');
		expect(isCurrent(top)).toBe('false');
	});

	it.each([
		['1.0.0', 'true'],
		['0.9.0', 'false'],
	])('compares with what an npm run by hand has noted (%s)', (installed, expected) => {
		const top = project('1.0.0');
		const packages = { 'node_modules/a': { version: installed } };
		const record = join(top, 'node_modules', '.package-lock.json');
		writeFileSync(record, JSON.stringify({ packages }));
		expect(isCurrent(top)).toBe(expected);
	});
});

describe('what a failed npm means', () => {
	it.each([
		['npm error code ENOTFOUND', 'internet'],
		['npm error code ENOSPC', 'disk is full'],
		['npm warn tar TAR_ENTRY_ERROR ENOSPC\nnpm error ECONNRESET', 'disk is full'],
		['npm error code EACCES', 'not allowed'],
		['npm error code E404\nnpm error 404 Not Found', 'E404'],
	])('%s', (output, expected) => {
		expect(explain(output)).toContain(expected);
	});
});
