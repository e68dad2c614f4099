import manifest from '../../package.json';
import { DEMO_VENDORS } from '../../runtime/demo/vendors';
import { bindWorkflow, credentialTypesOf, webhookUrl } from '../../runtime/demo/workflow';
import type { QueueN8n } from '../../runtime/queue';
import { type Credential, restClient, type WorkflowFile } from '../../runtime/rest';
import type { Answer } from './options';
import type { Receiver } from './receiver';

/** Gives the URLs of a trigger, by its type without the package's name: one for each processor. */
export type UrlsOf = (trigger: string) => readonly string[];

/** Imports the workflow with its credentials and publishes it. */
export async function publish(
	{ main, processors, postgres }: QueueN8n,
	receiver: Receiver,
	answer: Answer,
): Promise<UrlsOf> {
	await receiver.prepare(postgres);
	const rest = restClient(main);
	await rest.ensureOwner();
	const inputs = [
		// No trigger asks its service for anything here, so there is none at this address.
		...DEMO_VENDORS.flatMap((vendor) => vendor.credentials('http://127.0.0.1:9')),
		{ name: 'PostgreSQL', type: 'postgres', data: postgres.credential },
	];
	const credentials = new Map<string, Credential>();
	for (const input of inputs) credentials.set(input.type, await rest.createCredential(input));
	const types = await rest.nodeTypes();
	const file = bindWorkflow(answering(receiver.file, answer), {
		credentials,
		credentialTypes: credentialTypesOf(types),
	});
	await rest.activate(await rest.importWorkflow(file));
	return (trigger) =>
		processors.map(({ url }) => webhookUrl(types, url, file, `${manifest.name}.${trigger}`));
}

/** The file with the choice of *Answer the Service* in each of its triggers. */
function answering(file: WorkflowFile, answer: Answer): WorkflowFile {
	const nodes = file.nodes.map((node) => {
		const own = node.type.startsWith(manifest.name) && node.type.endsWith('Trigger');
		return own ? { ...node, parameters: { ...Object(node.parameters), answer } } : node;
	});
	return { ...file, nodes };
}
