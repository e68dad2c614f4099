import {
	type Credential,
	type CredentialInput,
	type N8nRest,
	RestError,
	type WorkflowFile,
} from '../rest';
import { fingerprint, type Notes } from './memory';

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

/** How a workflow is to be left: as a draft, published, or published once more in any case. */
export type Publication = 'draft' | 'published' | 'anew';

/** Imports a workflow file, or brings the workflow up to date if the file has changed. */
export async function ensureWorkflow(
	rest: N8nRest,
	key: string,
	file: WorkflowFile,
	notes: Notes,
	publication: Publication,
): Promise<void> {
	const hash = fingerprint(file);
	let workflow = await findWorkflow(rest, notes.workflows[key]);
	const isUpToDate = workflow !== undefined && notes.made[key] === hash;
	if (!workflow) workflow = await rest.importWorkflow(file);
	else if (!isUpToDate) workflow = await rest.updateWorkflow(workflow.id, file);
	notes.workflows[key] = workflow.id;
	notes.made[key] = hash;
	if (publication === 'draft') return;
	if (publication === 'published' && workflow.active && isUpToDate) return;
	if (workflow.active) await rest.deactivate(workflow.id);
	await rest.activate(workflow);
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

/** Imports the drafts, by their keys, or brings those up to date whose files have changed. */
export async function ensureDrafts(
	rest: N8nRest,
	files: ReadonlyMap<string, WorkflowFile>,
	notes: Notes,
): Promise<void> {
	// One call instead of one for each of them.
	const kept = new Set((await rest.listWorkflows()).map(({ id, isArchived }) => !isArchived && id));
	for (const [key, file] of files) {
		const isUpToDate = notes.made[key] === fingerprint(file);
		if (isUpToDate && kept.has(notes.workflows[key] ?? '')) continue;
		await ensureWorkflow(rest, key, file, notes, 'draft');
	}
}
