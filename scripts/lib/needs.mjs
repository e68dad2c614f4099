// Plain JavaScript with Node built-ins only: it runs before the dependencies are there.
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { requireMachine } from '../../runtime/plain/machine/checks.cjs';
import { thisMachine } from '../../runtime/plain/machine/thisMachine.cjs';
import { N8N_NODE } from '../../runtime/plain/node24.cjs';
import {
	cacheRoot,
	CURRENT_N8N,
	demoHome,
	driverFile,
	isFetched,
	isInstalled,
	OLDEST_N8N,
} from '../../runtime/plain/places.cjs';
import { isCurrent } from './setup.mjs';

const TOP = fileURLToPath(new URL('../..', import.meta.url));
const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url)));

/** Measured on Linux, with what npm keeps of it in its own cache. */
const GIGABYTES = new Map([
	[TOP, 0.8],
	[CURRENT_N8N, 3],
	[OLDEST_N8N, 2],
]);

/**
 * Looks, before anything is fetched, whether this computer has all that a command needs, and throws
 * one list of what it lacks.
 * @param {{ n8n?: string[], demo?: boolean, programs?: object[], ports?: object[] }} [wanted]
 *   `n8n`: the folders whose n8n it runs; `demo`: whether it keeps something in the demo's folder
 */
export async function checkMachine({ n8n = [], demo = false, programs = [], ports = [] } = {}) {
	const needs = {
		node: engines.node.replace('>=', ''),
		n8nNode: N8N_NODE,
		installs: [...dependencies(), ...n8n.flatMap(installOf)],
		folders: [
			...(demo ? [{ path: demoHome(), setting: 'LASTMILE_HOME', holdsNodes: true }] : []),
			...(n8n.length > 0 ? [{ path: tmpdir(), setting: 'TMPDIR', holdsNodes: !demo }] : []),
		],
		programs,
		ports,
	};
	await requireMachine(needs, thisMachine());
}

function dependencies() {
	return isCurrent(TOP) ? [] : [{ path: TOP, gigabytes: GIGABYTES.get(TOP) }];
}

function installOf(source) {
	if (isInstalled(source)) return [];
	return [
		{
			path: cacheRoot(),
			setting: 'LASTMILE_CACHE',
			holdsNodes: true,
			isN8n: true,
			// An earlier try may have left a part of it.
			gigabytes: isFetched(source) ? 0 : GIGABYTES.get(source),
			isCompiled: existsSync(driverFile(source)),
		},
	];
}
