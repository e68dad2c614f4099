import {
	type Credential,
	type CredentialInput,
	type N8nRest,
	RestError,
	type Workflow,
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

/** The workflows of this n8n that are not in the archive, by their ids. */
export type Kept = ReadonlyMap<string, Workflow>;

/** Asked once, instead of for each workflow. */
export async function keptWorkflows(rest: N8nRest): Promise<Kept> {
	const all = await rest.listWorkflows();
	return new Map(all.filter(({ isArchived }) => !isArchived).map((each) => [each.id, each]));
}

/** What n8n's list is told by: which of the workflows run, and which are there to be filled in. */
const TAGS = { demo: 'Demo', template: 'Template' } as const;

/** Ids of the tags for each; none where this n8n has no tags. */
export type Tags = Readonly<Record<keyof typeof TAGS, readonly string[]>>;

export async function ensureTags(rest: N8nRest): Promise<Tags> {
	const idsOf = async (name: string): Promise<string[]> => {
		try {
			return [await rest.ensureTag(name)];
		} catch (error) {
			// They only make the list easier to read.
			if (error instanceof RestError) return [];
			throw error;
		}
	};
	return { demo: await idsOf(TAGS.demo), template: await idsOf(TAGS.template) };
}

/** Imports a workflow file, or brings the workflow up to date if the file has changed. */
export async function ensureWorkflow(
	rest: N8nRest,
	key: string,
	file: WorkflowFile,
	{ notes, kept, tags }: { notes: Notes; kept: Kept; tags: Tags },
	publication: Publication,
): Promise<void> {
	const hash = fingerprint(file);
	let workflow = kept.get(notes.workflows[key] ?? '');
	const isUpToDate = workflow !== undefined && notes.made[key] === hash;
	if (!workflow) {
		const own = publication === 'draft' ? tags.template : tags.demo;
		workflow = await rest.importWorkflow(file, own);
	}
	// Those that somebody has given it since stay.
	else if (!isUpToDate) workflow = await rest.updateWorkflow(workflow.id, file);
	notes.workflows[key] = workflow.id;
	notes.made[key] = hash;
	if (publication === 'draft') return;
	const isThere = publication === 'published' && workflow.active && isUpToDate;
	// After a start, n8n registers what was published before.
	if (isThere && (await rest.isPublished(workflow.id))) return;
	if (workflow.active) await rest.deactivate(workflow.id);
	// The list of workflows does not tell their versions.
	await rest.activate(isUpToDate ? await rest.getWorkflow(workflow.id) : workflow);
}
