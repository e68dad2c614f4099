import type { TriggerPanelDefinition } from 'n8n-workflow';

/**
 * What the editor says left of a trigger that has no data yet. n8n's own texts suppose that a service
 * knows the address of a test by itself, and offer an event as soon as something happens there.
 */

const header = (service: string): string => `Get one event of ${service} to build with`;

/** Where the runs are that this panel never shows. */
const started = (by: string): string =>
	`${by} starts this workflow by itself. You find those runs under <a data-key="executions">Executions</a>.`;

/**
 * The panel of a trigger whose URL a person enters at the service.
 *
 * @param addTestUrl what to do with the Test URL there, as a sentence's beginning
 * @param afterwards what to do there after the test, as a sentence
 */
export function pastedUrlPanel(
	service: string,
	addTestUrl: string,
	afterwards: string,
): TriggerPanelDefinition {
	return {
		header: header(service),
		activationHint: {
			inactive: `Press the button, and the next of the chosen events that ${service} sends to the <b>Test URL</b> shows up on the right. Or enter the <b>Production URL</b> at ${service}, publish, and let something happen to a job: the next node then offers the values of that event.`,
			active: started('Each event'),
		},
		executionsHelp: `<b>With the Production URL</b>, each event starts the published workflow. You find the run under Executions, and the next node offers its values.<br /><br /><b>With the Test URL</b>, one event comes into this editor: ${addTestUrl}, click the button above, and let something happen to a job. ${afterwards}`,
	};
}

/** The panel of a trigger that registers its URL at the service. */
export function registeredUrlPanel(service: string, what: string): TriggerPanelDefinition {
	return {
		header: header(service),
		activationHint: {
			inactive: `Click the button, then let something happen to ${what} in ${service}. Nothing has to be entered there. Publish the workflow, and each event starts it.`,
			active: started('Each event'),
		},
		executionsHelp: `<b>For a test</b>, click the button: n8n has ${service} call it until one event has come. <b>Once the workflow is published</b>, ${service} calls for each event, and starts the workflow. You find those runs under Executions.`,
	};
}

/** The panel of a trigger that asks the service for changes. */
export function askingPanel(service: string, what: string): TriggerPanelDefinition {
	return {
		header: `Get ${what} of ${service} to build with`,
		activationHint: {
			inactive: `The button shows up to ten ${what} of your account as they are now. Publish the workflow, and what changes from then on starts it.`,
			active: started('What has changed'),
		},
		executionsHelp: `<b>The button</b> shows up to ten ${what} of your account, the latest first, and remembers nothing. <b>Once the workflow is published</b>, n8n asks ${service} at the poll times, and starts the workflow with what has changed. You find those runs under Executions.`,
	};
}
