// `npm run install-check`.
import { CURRENT_N8N, OLDEST_N8N } from '../runtime/plain/places.cjs';
import { load, runCommand } from './lib/bootstrap.mjs';
import { checkMachine } from './lib/needs.mjs';

await runCommand(async () => {
	await checkMachine({ n8n: [CURRENT_N8N, OLDEST_N8N] });
	const { checkInstallation } = await load('./scripts/release/index.ts');
	await checkInstallation();
});
