import { json, run } from './command-runner';

const solve = (document: string): ReturnType<typeof run> =>
  run(['solve', '--matrix', 'm.json', '--json'], { 'm.json': document });

describe('passerelle solve', () => {
  it('prints the assignment with its bound', async () => {
    const result = await solve('{"score":[[5,null,2],[5,1,null]]}');
    expect(result.code).toBe(0);
    expect(result.err).toBe('');
    expect(json(result)).toEqual({
      assignment: [
        [0, 2],
        [1, 0],
      ],
      total: 7,
      upperBound: 7,
      optimal: true,
      milliseconds: 1.5,
    });
  });

  it('gives a row several columns where its capacity says so', async () => {
    expect(json(await solve('{"score":[[5,3],[4,1]],"rowCapacity":[2,0],"columnCapacity":[1,9]}'))).toMatchObject({
      assignment: [
        [0, 0],
        [0, 1],
      ],
      total: 8,
    });
  });

  it.each(['{"score":[]}', '{"score":[[],[]]}', '{"score":[[null,null]]}', '{"score":[[1]],"rowCapacity":[0]}'])(
    'answers %s with an empty result',
    async (document) => {
      const result = await solve(document);
      expect(result.code).toBe(0);
      expect(json(result)).toMatchObject({ assignment: [], total: 0, upperBound: 0, optimal: true });
    },
  );

  it('says which fields it does not know, so that a misspelt capacity is not lost in silence', async () => {
    const result = await solve('{"score":[[1]],"rowCapacities":[0]}');
    expect(result.code).toBe(0);
    expect(result.err).toContain('not read: "rowCapacities"');
    expect(json(result)).toMatchObject({ total: 1 });
  });

  it.each([
    ['{"score":[[1,2],[3]]}', 'score[1] has 1 cells'],
    ['{"score":[[NaN]]}', 'not a JSON document'],
    ['{"score":[["7"]]}', 'score[0][0] is "7"'],
    ['{"score":[[1.5]]}', 'score[0][0] is 1.5'],
    ['{"score":[[1000001]]}', '1000001'],
    ['{"score":[[1e400]]}', 'score[0][0] is a number too large'],
    ['{"score":[[true]]}', 'score[0][0] is true'],
    ['{"score":[[[1]]]}', 'score[0][0] is [1]'],
    ['{"score":[[Infinity]]}', 'not a JSON document'],
    ['{"score":[[1]],"rowCapacity":[0.5]}', 'rowCapacity[0] is 0.5'],
    ['{"score":[[1]],"rowCapacity":["1"]}', 'rowCapacity[0] is "1"'],
    ['{"score":[[1]],"rowCapacity":[null]}', 'rowCapacity[0] is null'],
    ['{"scores":[[1]]}', '`score` is an array'],
    ['{"score":[[1],2]}', 'score[1] is not an array'],
    ['{"score":{}}', '`score` is an array'],
    ['[]', 'object with `score`'],
    ['null', 'object with `score`'],
    ['', 'not a JSON document'],
    ['{"score":[[1]],"rowCapacity":[1,1]}', '`rowCapacity` has 2 entries'],
    ['{"score":[[1]],"columnCapacity":[-1]}', 'columnCapacity[0] is -1'],
    ['{"score":[[1]],"columnCapacity":[10000000]}', 'columnCapacity[0] is 10000000'],
    ['{"score":[[1]],"columnCapacity":"1"}', '`columnCapacity` is an array'],
  ])('refuses %s as wrong usage', async (document, why) => {
    const result = await solve(document);
    expect(result.code).toBe(2);
    expect(result.out).toBe('');
    expect(result.err).toContain(why);
  });
});
