import { PATHS } from '../../api/jobPath';
import { radaroCompletionCodeSchema } from '../../event/schema';
import { listOperation } from '../listOperation';

export const getManyCompletionCodes = listOperation({
	path: PATHS.completionCodes,
	action: 'Get many completion codes',
	description: 'Get the completion codes, to tell those for success from those for failure',
	output: radaroCompletionCodeSchema,
});
