import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareStandIns } from '../../runtime/demo/portals';
import { DEMO_VENDORS } from '../../runtime/demo/vendors';
import { ensureN8n } from '../../runtime/install';
import { type N8n, startN8n } from '../../runtime/n8n';
import { OLDEST_N8N } from '../../runtime/plain/places.cjs';
import { type Credential, type N8nRest, restClient } from '../../runtime/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { Intercept } from '../../test/support/intercept';
import { type Registry, REGISTRY_HOST } from './registry';

/** A fresh n8n without the package, beside a sandbox, which sees the registry on this machine. */
export interface Place {
	n8n: N8n;
	rest: N8nRest;
	sandbox: Sandbox;
	/** By their types; made when a package that brings them has been installed. */
	credentials: Map<string, Credential>;
	close: () => Promise<void>;
}

/** Starts the n8n of the lock file in `source`. */
export async function openPlace(source: string, registry: Registry): Promise<Place> {
	const folder = await mkdtemp(path.join(tmpdir(), 'lastmile-release-'));
	const intercept = await Intercept.start();
	intercept.route(REGISTRY_HOST, (url) => registry.answer(url));
	const sandbox = await startSandbox();
	await prepareStandIns(sandbox.url);
	await npmSettings(path.join(folder, '.n8n', 'nodes'), intercept, folder);
	const n8n = await startN8n({
		installation: await ensureN8n({ source }),
		userFolder: folder,
		env: {
			...intercept.environment,
			npm_config_cache: path.join(folder, 'npm-cache'),
			// npm hands the user's own on, which would count more than what stands in `.npmrc`.
			npm_config_cafile: intercept.environment.NODE_EXTRA_CA_CERTS ?? '',
			// It does not start with the name of a module that it does not have yet.
			...(source === OLDEST_N8N ? { N8N_DISABLED_MODULES: '', DB_SQLITE_POOL_SIZE: '2' } : {}),
		},
	});
	const rest = restClient(n8n);
	await rest.ensureOwner();
	return {
		n8n,
		rest,
		sandbox,
		credentials: new Map(),
		close: async () => {
			await n8n.stop();
			await sandbox.close();
			await intercept.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** n8n 1 hands npm nothing of its environment but the path, so npm reads these where it is called. */
async function npmSettings(nodes: string, intercept: Intercept, folder: string): Promise<void> {
	const { HTTPS_PROXY = '', NODE_EXTRA_CA_CERTS = '' } = intercept.environment;
	await mkdir(nodes, { recursive: true });
	await writeFile(
		path.join(nodes, '.npmrc'),
		[
			`https-proxy=${HTTPS_PROXY}`,
			`cafile=${NODE_EXTRA_CA_CERTS}`,
			`cache=${path.join(folder, 'npm-cache')}`,
			'update-notifier=false',
		].join('\n'),
	);
}

/** Makes the credentials whose types n8n knows by now. */
export async function makeCredentials(place: Place, types: ReadonlySet<string>): Promise<void> {
	for (const input of DEMO_VENDORS.flatMap((vendor) => vendor.credentials(place.sandbox.url))) {
		if (!types.has(input.type) || place.credentials.has(input.type)) continue;
		place.credentials.set(input.type, await place.rest.createCredential(input));
	}
}
