import { PATHS } from '../../api/jobPath';
import { radaroSubBrandSchema } from '../../event/schema';
import { listOperation } from '../listOperation';

export const getManySubBrands = listOperation({
	path: PATHS.subBrands,
	action: 'Get many sub-brands',
	description: 'Get the sub-brands, to turn the number in a job into a name',
	output: radaroSubBrandSchema,
});
