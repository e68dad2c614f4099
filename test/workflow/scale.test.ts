import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ensureN8n } from '../../runtime/install';

const COMPOSE = resolve(__dirname, '../../docs/scale/compose.yaml');
/** Where n8n reads its settings. */
const READERS = ['@n8n/config/dist', 'n8n-core/dist', 'n8n/dist'];

it('names only settings that n8n knows', async () => {
	const { dir } = await ensureN8n();
	const [shared = ''] = readFileSync(COMPOSE, 'utf8').split('\nservices:');
	const names = [...shared.matchAll(/^ {4}([A-Z\d_]+):/gm)].map(([, name = '']) => name);
	const folders = READERS.map((folder) => join(dir, 'node_modules', folder));
	const patterns = names.flatMap((name) => ['-e', name]);
	const known = execFileSync('grep', ['-rhowF', '--include=*.js', ...patterns, ...folders], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	const found = new Set(known.split('\n'));
	expect(names.filter((name) => !found.has(name))).toEqual([]);
	expect(names).toContain('N8N_WEBHOOK_URL');
}, 900_000);
