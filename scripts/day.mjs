// `npm run day`.
import { CURRENT_N8N } from '../runtime/plain/places.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';
import { checkMachine } from './lib/needs.mjs';

await runCommand(async () => {
	await checkMachine({ n8n: [CURRENT_N8N] });
	const { day } = await load('./bench/day/index.ts');
	await day(process.argv.slice(2));
});
