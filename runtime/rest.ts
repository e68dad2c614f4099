import { communityPackageCalls } from './rest/communityPackages';
import { credentialCalls } from './rest/credentials';
import { dataTableCalls } from './rest/dataTables';
import { executionCalls } from './rest/executions';
import { nodeTypeCalls } from './rest/nodeTypes';
import { ownerCalls } from './rest/owner';
import { Session } from './rest/session';
import { tagCalls } from './rest/tags';
import { workflowCalls } from './rest/workflows';

export { DEMO_LOGIN, type Login } from './rest/owner';
export { RestError } from './rest/session';
export { workflowFileSchema, type Workflow, type WorkflowFile } from './rest/workflows';
export type { Column, DataTable, Row } from './rest/dataTables';
export type { Credential, CredentialInput } from './rest/credentials';
export type { NodeType } from './rest/nodeTypes';
export type { Execution, ExecutionSummary } from './rest/executions';

export type N8nRest = ReturnType<typeof restClient>;

/** What an N8n of startN8n() offers, or any other that is installed at `installation.dir`. */
export interface RestTarget {
	url: string;
	installation: { dir: string };
}

/**
 * A client of n8n's REST interface, as the editor uses it. Call ensureOwner() first.
 * Every call throws a RestError with n8n's status and words when n8n refuses.
 */
export function restClient({ url, installation }: RestTarget) {
	const session = new Session(url);
	return {
		...ownerCalls(session),
		...credentialCalls(session),
		...workflowCalls(session),
		...executionCalls(session, installation.dir),
		...dataTableCalls(session),
		...nodeTypeCalls(session),
		...tagCalls(session),
		...communityPackageCalls(session),
	};
}
