import type { WorkflowFile } from '../../runtime/rest';
import type { Column } from '../../runtime/rest/dataTables';
import { type Cells, EventLog } from './eventLog';
import type { Stage } from './stage';
import { templateFile } from './storyWorkflow';

export const JOBS_TABLE = 'delivery_jobs';

/** An event log with an empty table of jobs, whose columns are those that its reader gives it. */
export async function openJobs(stage: Stage): Promise<EventLog> {
	const log = await EventLog.open(stage);
	const { rest } = stage.story;
	const tables = await rest.listDataTables();
	if (tables.some(({ name }) => name === JOBS_TABLE)) await log.clear(JOBS_TABLE);
	else await rest.createDataTable(JOBS_TABLE, await jobColumns());
	return log;
}

/** A row of the table of jobs, such as its reader writes it: a delivery of 3 March. */
export function jobRow(job: string, status: string, values: Cells = {}): Cells {
	return {
		provider: 'radaro',
		job: `radaro ${job}`,
		reference: job,
		status,
		jobType: 'delivery',
		day: '2026-03-03',
		isFinal: false,
		logId: 1,
		...values,
	};
}

/** The file of a workflow that takes `now`, a local time, for the present. */
export function atTime(file: WorkflowFile, now: string): WorkflowFile {
	const text = JSON.stringify(file).replaceAll('$now', `DateTime.fromISO('${now}')`);
	return JSON.parse(text) as WorkflowFile;
}

async function jobColumns(): Promise<Column[]> {
	const { nodes } = await templateFile('event-log/jobs');
	const table = nodes.find(({ name }) => name === `Table ${JOBS_TABLE}`);
	const { columns } = table?.parameters as { columns: { column: Column[] } };
	return columns.column;
}
