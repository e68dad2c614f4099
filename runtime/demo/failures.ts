import type { Failure } from '../../sandbox/n8n';
import type { N8nRest } from '../rest';

/** The last failed run of each of these workflows, the newest first; times as n8n tells them. */
export async function lastFailures(
	rest: Pick<N8nRest, 'listFailedExecutions'>,
	workflowIds: readonly string[],
	n8nUrl: string,
): Promise<Failure[]> {
	const failed = await rest.listFailedExecutions();
	const last = workflowIds.flatMap(
		(id) => failed.find(({ workflowId }) => workflowId === id) ?? [],
	);
	return last
		.map(({ id, workflowId, workflowName, startedAt, stoppedAt }) => ({
			workflow: workflowName ?? workflowId,
			at: stoppedAt ?? startedAt ?? '',
			url: `${n8nUrl}/workflow/${workflowId}/executions/${id}`,
		}))
		.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
