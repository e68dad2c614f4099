// `npm run queue`.
import { CURRENT_N8N } from '../runtime/plain/places.cjs';
import { POSTGRES, REDIS } from '../runtime/servers/programs.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';
import { checkMachine } from './lib/needs.mjs';

await runCommand(async () => {
	await checkMachine({ n8n: [CURRENT_N8N], programs: [POSTGRES, REDIS] });
	const { queue } = await load('./bench/queue/index.ts');
	await queue(process.argv.slice(2));
});
