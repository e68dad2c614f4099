import { lastFailures } from '../../runtime/demo/failures';

const failed = (id: string, workflowId: string, stoppedAt: string) => ({
	...{ id, workflowId, workflowName: `Workflow ${workflowId}`, status: 'error', mode: 'trigger' },
	...{ startedAt: '2026-11-27T20:00:00.000Z', stoppedAt },
});

it('gives the last failed run of each workflow that is asked for, the newest first', async () => {
	const rest = {
		listFailedExecutions: async () => [
			failed('9', 'own', '2026-11-27T20:09:00.000Z'),
			failed('8', 'b', '2026-11-27T20:08:00.000Z'),
			failed('7', 'a', '2026-11-27T20:07:00.000Z'),
			failed('6', 'b', '2026-11-27T20:06:00.000Z'),
		],
	};
	expect(await lastFailures(rest, ['a', 'b', 'c'], 'http://127.0.0.1:5678')).toEqual([
		{
			workflow: 'Workflow b',
			at: '2026-11-27T20:08:00.000Z',
			url: 'http://127.0.0.1:5678/workflow/b/executions/8',
		},
		{
			workflow: 'Workflow a',
			at: '2026-11-27T20:07:00.000Z',
			url: 'http://127.0.0.1:5678/workflow/a/executions/7',
		},
	]);
});
