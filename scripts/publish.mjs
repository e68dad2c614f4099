/**
 * `node scripts/publish.mjs --provenance …`, for the release workflow: publishes the combined package
 * and the one of each service, with these options of `npm publish`, after `npm run packages`.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { load, runCommand } from './lib/bootstrap.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

await runCommand(async () => {
	const { publishAll } = await load('./build/publish.ts');
	const singles = readdirSync(path.join(root, 'packages')).map((name) =>
		path.join(root, 'packages', name),
	);
	await publishAll([root, ...singles], {
		publishOptions: process.argv.slice(2),
		log: console.log,
	});
});
