import type { WorkflowFile } from '../rest';

type Node = WorkflowFile['nodes'][number];
type Values = Record<string, unknown>;

/** A template that works in the demo; all others are there to be filled in. */
export interface DemoFlow {
	/** Below `templates/`. */
	file: string;
	/** What a dispatcher fills into its node *Settings*. */
	settings?: Record<string, string | number>;
	/** Other parameters, by the name of their node. */
	parameters?: Record<string, Values>;
	/** Nodes that are switched off. */
	off?: readonly string[];
	/** Whether it runs so often that its successful executions would hide all others. */
	isFrequent?: boolean;
}

const every = (seconds: number): Values => ({
	rule: { interval: [{ field: 'seconds', secondsInterval: seconds }] },
});

const SENDER = 'shop@sandbox.example';
const DISPATCHER = 'dispatch@sandbox.example';
/** Nobody waits a minute in the demo. SQLite has one writer, so that no event comes late. */
const AT_ONCE = { begin: 'beginning', waitSeconds: 0 };

/** Receives the events of all services, and has the URLs that they call. */
export const RECEIVE: DemoFlow = {
	file: 'event-log/receive.json',
	parameters: {
		'RoutiGo Trigger': {
			// Tours and what is done of them; of the other events there are many more.
			events: ['TOUR_PLANNED', 'TOUR_STARTED', 'ASSIGNMENT_DONE', 'TOUR_FINISHED'],
			// RoutiGo waits ten minutes if nobody says otherwise.
			options: { secondsDelayBeforeRetry: 10 },
		},
		'ReadyCloud Trigger': { events: ['orders', 'order-delivered', 'acceptance-scan'] },
	},
};

/** Everything else: it asks for what was missed, renews suspended webhooks, and reads what was received. */
export function otherFlows(sandboxUrl: string): DemoFlow[] {
	return [
		{
			file: 'event-log/round.json',
			parameters: { 'Each night': every(30) },
			isFrequent: true,
		},
		{
			file: 'event-log/keep-tidy.json',
			settings: { dispatcher: DISPATCHER, sender: SENDER },
		},
		{
			file: 'readycloud-health.json',
			settings: { dispatcher: DISPATCHER, sender: SENDER },
			parameters: { 'Every morning': every(30) },
			isFrequent: true,
		},
		reader('lastmile-demo.json'),
		reader('customer-told.json', { sender: SENDER }),
		{
			...reader('erp-erpnext.json', { erpNext: `${sandboxUrl}/erp` }),
			// Jobs are made by hand or by playing a day.
			off: ['Every 15 minutes'],
		},
	];
}

function reader(file: string, settings: Record<string, string> = {}): DemoFlow {
	return {
		file,
		settings: { ...AT_ONCE, ...settings },
		parameters: { 'Each minute': every(5) },
		isFrequent: true,
	};
}

/** The template as a dispatcher fills it in; throws where it has no such node or setting. */
export function filledIn(file: WorkflowFile, flow: DemoFlow): WorkflowFile {
	const { settings, off = [], isFrequent = false } = flow;
	const parameters = { ...flow.parameters };
	if (settings) parameters.Settings = { assignments: assignmentsOf(file, settings) };
	const nodes = file.nodes.map((node) => ({
		...node,
		...(off.includes(node.name) ? { disabled: true } : {}),
		...(node.name in parameters
			? { parameters: { ...(node.parameters as Values), ...parameters[node.name] } }
			: {}),
	}));
	for (const name of [...off, ...Object.keys(parameters)]) nodeOf(file, name);
	const unsaved = isFrequent ? { saveDataSuccessExecution: 'none' } : {};
	return { ...file, nodes, settings: { ...file.settings, ...unsaved } };
}

function nodeOf(file: WorkflowFile, name: string): Node {
	const node = file.nodes.find((each) => each.name === name);
	if (!node) throw new Error(`${file.name} has no node ${name}.`);
	return node;
}

interface Field {
	name: string;
	value: unknown;
}

/** The fields of the node *Settings*, with other values. */
function assignmentsOf(file: WorkflowFile, values: Values): { assignments: Field[] } {
	const { parameters } = nodeOf(file, 'Settings') as unknown as {
		parameters: { assignments: { assignments: Field[] } };
	};
	const { assignments } = parameters.assignments;
	for (const name of Object.keys(values)) {
		if (assignments.some((field) => field.name === name)) continue;
		throw new Error(`${file.name} has no setting ${name}.`);
	}
	return {
		assignments: assignments.map((field) =>
			field.name in values ? { ...field, value: values[field.name] } : field,
		),
	};
}
