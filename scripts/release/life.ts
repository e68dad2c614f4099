import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';
import { z } from 'zod';

import { setUpPortals } from '../../runtime/demo/portals';
import { bindWorkflow, credentialTypesOf, webhookUrl } from '../../runtime/demo/workflow';
import { UserError } from '../../runtime/plain/errors.cjs';
import type { NodeType, Workflow } from '../../runtime/rest';
import { chain } from '../../test/support/chain';
import type { VENDORS } from '../../vendors';
import { makeCredentials, type Place } from './place';

type Vendor = (typeof VENDORS)[number];

interface Part {
	/** Where a job is made at the stand-in, below its own address. */
	made: string;
	body?: object;
	/** What has to happen to the job until the trigger is called by default. */
	steps: readonly string[];
	/** An operation that reads. */
	read: { resource: string; operation: string };
}

/** How each stand-in comes to call its trigger, and what its node is asked to do. */
const PARTS: Record<Vendor['slug'], Part> = {
	radaro: { made: 'jobs', steps: [], read: { resource: 'job', operation: 'getMany' } },
	detrack: { made: 'jobs', steps: [], read: { resource: 'vehicle', operation: 'getMany' } },
	routigo: {
		made: 'tours',
		body: { count: 1 },
		// To its end, as the driver is not free for another tour before.
		steps: ['plan', 'assign', 'start', 'arrive', 'done', 'arrive', 'done', 'finish'],
		read: { resource: 'webhook', operation: 'getMany' },
	},
	readycloud: {
		made: 'orders',
		steps: [],
		read: { resource: 'organization', operation: 'getMany' },
	},
};
const EXECUTION_MS = 60_000;
const TYPES_MS = 60_000;
const stateSchema = z.object({
	vendors: z.array(
		z.object({ label: z.string(), registered: z.array(z.object({ url: z.string() })).nullable() }),
	),
});

/** A package, with the vendors whose nodes it has. */
export interface Subject {
	name: string;
	vendors: readonly Vendor[];
}

interface Published {
	vendor: Vendor;
	workflow: Workflow;
	/** Of its trigger, in production. */
	url: string;
}

/**
 * Takes packages through their life in one n8n, as a user does under *Settings > Community nodes*:
 * installed, each trigger published and called, with the action node behind it, updated while the
 * triggers are published, called again, unpublished, uninstalled. `log` gets a line for each step. Throws a
 * UserError that says what did not hold.
 */
export async function live(
	place: Place,
	subjects: readonly Subject[],
	next: string,
	log: (line: string) => void,
): Promise<void> {
	const { rest } = place;
	for (const { name, vendors } of subjects) {
		const { installedNodes } = await rest.installPackage(name);
		const wanted = vendors.flatMap(({ hasChangesTrigger }) => (hasChangesTrigger ? 3 : 2));
		must(installedNodes.length === sum(wanted), `${name} has ${installedNodes.length} nodes`);
		log(`${name}: installed, ${installedNodes.length} nodes`);
	}
	const types = await knownTypes(place, subjects);
	await makeCredentials(place, new Set([...credentialTypesOf(types).values()].flat()));

	const published: Published[] = [];
	for (const { name, vendors } of subjects) {
		for (const vendor of vendors) published.push(await publish(place, types, name, vendor));
	}
	await setUpPortals(
		place.sandbox.url,
		(provider) => published.find(({ vendor }) => vendor.provider === provider)?.url ?? '',
	);
	await called(place, published, log);
	for (const { name } of subjects) {
		const { installedVersion } = await rest.updatePackage(name, next);
		must(installedVersion === next, `${name} is of version ${installedVersion} after its update`);
		log(`${name}: updated to ${next} with its triggers published`);
	}
	await called(place, published, log);
	for (const { workflow } of published) await rest.deactivate(workflow.id);
	await nothingRegistered(place);
	log('unpublished; nothing is registered at the services any more');
	for (const { name } of subjects) await rest.uninstallPackage(name);
	const left = (await rest.listPackages()).map(({ packageName }) => packageName);
	must(left.length === 0, `${left.join(', ')} is still installed`);
	log('uninstalled');
}

/** Publishes a workflow of the vendor's trigger and, behind it, its node, which reads. */
async function publish(
	place: Place,
	types: readonly NodeType[],
	name: string,
	vendor: Vendor,
): Promise<Published> {
	const { rest, n8n } = place;
	const type = `${name}.${vendor.provider}Trigger`;
	const trigger = { name: `${vendor.name} Trigger`, type, typeVersion: 2, parameters: {} };
	const parameters = PARTS[vendor.slug].read;
	const own = `${name}.${vendor.provider}`;
	const node = { name: vendor.name, type: own, typeVersion: 1, parameters };
	const file = bindWorkflow(chain(vendor.name, [trigger, node]), {
		credentials: place.credentials,
		credentialTypes: credentialTypesOf(types),
	});
	const workflow = await rest.importWorkflow(file);
	await rest.activate(workflow);
	const url = webhookUrl(types, n8n.url, file, type);
	return { vendor, workflow, url };
}

/** What n8n tells its editor, which it writes anew some time after an installation. */
async function knownTypes({ rest }: Place, subjects: readonly Subject[]): Promise<NodeType[]> {
	const wanted = subjects.flatMap(({ name, vendors }) =>
		vendors.map(({ provider }) => `${name}.${provider}Trigger`),
	);
	const limit = Date.now() + TYPES_MS;
	for (;;) {
		// While the file is being written, the answer ends early.
		const types = await rest.nodeTypes().catch(() => []);
		const names = new Set(types.map(({ name }) => name));
		const missing = wanted.filter((name) => !names.has(name));
		if (missing.length === 0) return types;
		must(Date.now() < limit, `n8n does not show ${missing.join(', ')}`);
		await sleep(200);
	}
}

/** Something happens at each service, and its workflow runs for it. */
async function called(
	{ rest, sandbox }: Place,
	published: readonly Published[],
	log: (line: string) => void,
): Promise<void> {
	for (const { vendor, workflow } of published) {
		const before = await rest.countExecutions(workflow.id);
		await happen(sandbox.url, vendor);
		const runs = await rest.waitForExecutions(workflow.id, before + 1, EXECUTION_MS);
		for (const { id } of runs) {
			const { status, error, items } = await rest.getExecution(id);
			must(status === 'success', `${vendor.name}: ${error ?? status}`);
			must(items[vendor.name] !== undefined, `${vendor.name}: its node has not run`);
		}
		log(`${vendor.name}: its trigger was called, and its node has run (${runs.length} times)`);
	}
}

async function happen(sandboxUrl: string, { slug }: Vendor): Promise<void> {
	const { made, body = {}, steps } = PARTS[slug];
	const { data } = await axios.post<{ id: string }>(`${sandboxUrl}/control/${slug}/${made}`, body);
	for (const step of steps) {
		await axios.post(`${sandboxUrl}/control/${slug}/jobs/${data.id}/steps/${step}`, {});
	}
}

/** What the triggers have registered by themselves is gone with their publication. */
async function nothingRegistered({ sandbox, n8n }: Place): Promise<void> {
	const { data } = await axios.get<unknown>(`${sandbox.url}/control/state`);
	for (const { label, registered } of stateSchema.parse(data).vendors) {
		const left = (registered ?? []).filter(({ url }) => url.startsWith(n8n.url));
		must(left.length === 0, `${label} still has ${left.length} webhooks of n8n`);
	}
}

function must(holds: boolean, otherwise: string): void {
	if (!holds) throw new UserError(otherwise);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
