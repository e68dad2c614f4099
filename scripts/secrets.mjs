/**
 * `node scripts/secrets.mjs` looks for secrets in the files that git keeps, or would keep after the
 * next commit. Names where each stands, not what it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

import { secretRule } from './lib/secretRule.mjs';

const root = process.argv[2] ?? path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const config = {
	rules: [
		{
			id: '@secretlint/secretlint-rule-preset-recommend',
			rule: creator,
			rules: [
				{
					id: '@secretlint/secretlint-rule-basicauth',
					// Nobody can have such a name (RFC 2606).
					options: { allows: ['/@[\\w.-]+\\.(example|test|invalid)\\b/'] },
				},
			],
		},
		{ id: secretRule.meta.id, rule: secretRule },
	],
};

const listed = execFileSync(
	'git',
	['-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
	{ encoding: 'utf8' },
);
const files = [...new Set(listed.split('\0'))].filter(
	(file) => file !== '' && !file.endsWith('.png'),
);
let found = 0;
for (const file of files) {
	const content = readFileSync(path.join(root, file), 'utf8');
	const { messages } = await lintSource({
		source: { content, filePath: file, ext: path.extname(file), contentType: 'text' },
		options: { config, locale: 'en', maskSecrets: true },
	});
	for (const { message, loc } of messages) {
		found++;
		console.log(`${file}:${loc.start.line} ${message}`);
	}
}
console.log(`${files.length} files, ${found} secrets`);
// At once: secretlint would go on to measure itself, for many times as long.
process.exit(found === 0 ? 0 : 1);
