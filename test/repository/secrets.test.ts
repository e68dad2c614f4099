import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';

const execute = promisify(execFile);
const SCAN = path.resolve(__dirname, '../../scripts/secrets.mjs');

/** What the scan of a folder says; of this repository without. */
async function scan(...folder: string[]): Promise<string[]> {
	const { stdout } = await execute(process.execPath, [SCAN, ...folder]).catch(
		// It ends with 1 where it has found something.
		(error: { stdout: string }) => error,
	);
	return stdout.trim().split('\n');
}

it('finds none in the files of this repository', async () => {
	expect(await scan()).toEqual([expect.stringMatching(/^\d{4,} files, 0 secrets$/)]);
});

/** So that this file does not hold what it makes. */
const joined = (...parts: string[]): string => parts.join('');
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('would find one, and does not show it', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'lastmile-secrets-'));
	const signed = [base64({ typ: 'JWT', alg: 'HS256' }), base64({ sub: 'planner' }), 'c2ln'].join(
		'.',
	);
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const files = {
		'github.txt': joined('ghp_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO', '0pINUx'),
		'pem.ts': privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		'radaro.json': `{"token": "${joined('Zk3vB8sNq1', 'XwUj6eHyTgMc')}"}`,
		'detrack.ts': `const API_KEY = '${joined('9c1f04b7e2d86a35', 'f0917ce3b8d264a1')}';`,
		'header.md': `Authorization: Bearer ${joined('8fJ2kLm5Qx', '7Rt1Vz9Yb3')}`,
		'routigo.yml': signed,
		'url.txt': joined('https://planner:', 'Fj3kd8Wq@api.routigo.com/v1'),
		'invented.ts': `apiKey: '${RADARO_KEY}', token: '${RADARO_WEBHOOK_TOKEN}', accessToken: '${READYCLOUD_TOKEN}', password: 'board-password-0001'`,
	};
	for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
	await execute('git', ['init', '--quiet', folder]);
	const lines = await scan(folder);
	await rm(folder, { recursive: true });
	const sum = lines.pop();
	expect(lines.map((line) => line.split(':')[0])).toEqual(
		Object.keys(files)
			.filter((name) => name !== 'invented.ts')
			.sort(),
	);
	expect(sum).toBe('8 files, 7 secrets');
	expect(lines.join('\n')).not.toMatch(/Fj3kd8Wq|Zk3vB8|9c1f04|8fJ2kL|wWPw5k/);
});
