import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import {
	type Credential,
	type CredentialInput,
	type N8nRest,
	RestError,
	type WorkflowFile,
	workflowFileSchema,
} from '../rest';
import { DELIVERY_COLUMNS } from './columns';
import { fingerprint, type Notes } from './memory';
import { type Bindings, bindWorkflow } from './workflow';

const TABLE = 'Deliveries';

/** Finds or makes the data table with the delivery event's columns; returns its id. */
export async function ensureTable(rest: N8nRest): Promise<string> {
	const found = (await rest.listDataTables()).find(({ name }) => name === TABLE);
	if (!found) return (await rest.createDataTable(TABLE, DELIVERY_COLUMNS)).id;
	const present = new Set(found.columns.map(({ name }) => name));
	for (const column of DELIVERY_COLUMNS) {
		if (!present.has(column.name)) await rest.addColumn(found.id, column);
	}
	return found.id;
}

/**
 * Finds or makes the credentials. One that is there is changed only if `inputs` differ from
 * the last start's, so what somebody typed into it by hand stays.
 */
export async function ensureCredentials(
	rest: N8nRest,
	inputs: readonly CredentialInput[],
	notes: Notes,
): Promise<Map<string, Credential>> {
	const existing = await rest.listCredentials();
	const result = new Map<string, Credential>();
	for (const input of inputs) {
		const hash = fingerprint(input);
		const key = `credential ${input.type}`;
		const found = existing.find(({ name, type }) => name === input.name && type === input.type);
		if (!found) result.set(input.type, await rest.createCredential(input));
		else if (notes.made[key] === hash) result.set(input.type, found);
		else result.set(input.type, await rest.updateCredential(found.id, input));
		notes.made[key] = hash;
	}
	return result;
}

/**
 * Imports a workflow file, or brings the workflow up to date if the file has changed. One that is to
 * be active is published anew, as triggers that enter themselves at a service do so only then.
 */
export async function ensureWorkflow(
	rest: N8nRest,
	path: string,
	bindings: Bindings,
	notes: Notes,
	isActive: boolean,
): Promise<WorkflowFile> {
	const key = basename(path);
	const file = workflowFileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
	const bound = bindWorkflow(file, bindings);
	const hash = fingerprint(bound);
	let workflow = await findWorkflow(rest, notes.workflows[key]);
	if (!workflow) workflow = await rest.importWorkflow(bound);
	else if (notes.made[key] !== hash) workflow = await rest.updateWorkflow(workflow.id, bound);
	notes.workflows[key] = workflow.id;
	notes.made[key] = hash;
	if (isActive) {
		if (workflow.active) await rest.deactivate(workflow.id);
		await rest.activate(workflow);
	}
	return bound;
}

/** The workflow of an earlier start, unless it was deleted or put into the archive since. */
async function findWorkflow(rest: N8nRest, id: string | undefined) {
	if (id === undefined) return undefined;
	try {
		const found = await rest.getWorkflow(id);
		return found.isArchived ? undefined : found;
	} catch (error) {
		if (error instanceof RestError && [403, 404].includes(error.status)) return undefined;
		throw error;
	}
}
