"""Writes figures-of-scipy.json: what scipy says of the data in it, from which our own figures are held to 1e-9.

    python3 tests/unit/insight/scipy/figures-of-scipy.py && npx prettier --write tests/unit/insight/scipy/figures-of-scipy.json

student      scipy.stats.t.cdf / t.ppf
noncentral   scipy.stats.nct.cdf
change       scipy.stats.ttest_rel(after, before).confidence_interval(0.95); d_z = mean / std(ddof=1)
effect       J = gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)); ends: scipy.optimize.brentq on nct.cdf(t, df, delta) = 0.975, 0.025
signs        scipy.stats.binomtest(rose, rose + fell, 0.5).pvalue
share        scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
promoters    norm.ppf(0.975) on (p + q - (p - q)^2) / (n + 2), with p = (promoters + 1) / (n + 2), q likewise
comparison   scipy.stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
smallest     scipy.optimize.brentq on the power of the paired t test from nct
"""
import json, pathlib, random
from math import sqrt
import numpy as np, scipy
from scipy import stats
from scipy.optimize import brentq
from scipy.special import gammaln

draw = random.Random(20261130)
def sample(n, shift, decimals):
    before = [round(min(5, max(1, draw.gauss(3, 0.7))), decimals) for _ in range(n)]
    return before, [round(min(5, max(1, b + draw.gauss(shift, 0.6))), decimals) for b in before]

out = {'scipy': scipy.__version__, 'student': [], 'noncentral': [], 'change': [], 'signs': [], 'share': [], 'promoters': [], 'comparison': [], 'smallest': []}
for df in [4, 4.7, 7.31, 11, 39, 83.2, 399.7, 1999]:
    for p in [0.0005, 0.025, 0.3, 0.9, 0.975, 0.9999]:
        q = float(stats.t.ppf(p, df)); out['student'].append({'df': df, 'p': p, 't': q, 'cdf': float(stats.t.cdf(q * 1.1, df))})
for df in [4, 7, 11, 39, 199]:
    for t in [-3, -0.5, 0, 0.4, 2.1, 9]:
        for nc in [-4, -0.3, 0.8, 2.5, 8, 12]:
            cdf = float(stats.nct.cdf(t, df, nc))  # NaN where scipy gives up, far out
            if cdf == cdf: out['noncentral'].append({'df': df, 't': t, 'noncentrality': nc, 'cdf': cdf})
for n, shift, decimals in [(5, 0.4, 0), (5, 0.9, 2), (8, 0, 1), (12, -0.4, 2), (20, 0.5, 1), (40, 0.3, 3), (200, 0.2, 2), (600, 1.2, 2)]:
    b, a = map(np.array, sample(n, shift, decimals)); d = a - b; df = n - 1
    ci = stats.ttest_rel(a, b).confidence_interval(0.95); dz = d.mean() / d.std(ddof=1); t = sqrt(n) * dz
    end = lambda goal: brentq(lambda nc: stats.nct.cdf(t, df, nc) - goal, t - 12 - 2 * abs(t), t + 12 + 2 * abs(t), xtol=1e-13, rtol=1e-14) / sqrt(n)
    j = np.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / sqrt(df / 2)
    out['change'].append({'before': b.tolist(), 'after': a.tolist(), 'change': float(d.mean()), 'low': float(ci.low), 'high': float(ci.high),
        'effectSize': float(dz), 'g': float(j * dz), 'gLow': float(end(0.975)), 'gHigh': float(end(0.025))})
for rose, fell in [(5, 0), (0, 5), (4, 1), (7, 7), (3, 9), (20, 11), (0, 0), (150, 110)]:
    out['signs'].append({'rose': rose, 'fell': fell, 'p': 1.0 if rose + fell == 0 else float(stats.binomtest(rose, rose + fell, 0.5).pvalue)})
for k, n in [(0, 5), (5, 5), (1, 5), (3, 8), (12, 12), (7, 20), (39, 40), (123, 400)]:
    ci = stats.binomtest(k, n).proportion_ci(0.95, method='wilson'); out['share'].append({'k': k, 'n': n, 'low': float(ci.low), 'high': float(ci.high)})
for pro, det, n in [(5, 0, 5), (0, 5, 5), (2, 1, 5), (6, 3, 12), (20, 5, 40), (0, 0, 9), (150, 40, 300)]:
    p, q = (pro + 1) / (n + 2), (det + 1) / (n + 2); half = stats.norm.ppf(0.975) * sqrt((p + q - (p - q) ** 2) / (n + 2))
    out['promoters'].append({'promoters': pro, 'detractors': det, 'n': n, 'score': 100 * (pro - det) / n,
        'low': float(max(-100, 100 * (p - q - half))), 'high': float(min(100, 100 * (p - q + half)))})
for n, m in [(5, 5), (5, 40), (12, 8), (200, 60)]:
    (b1, a1), (b2, a2) = sample(n, 0.5, 2), sample(m, 0.1, 2); x, y = np.array(a1) - b1, np.array(a2) - b2
    ci = stats.ttest_ind(x, y, equal_var=False).confidence_interval(0.95)
    out['comparison'].append({'before': b1, 'after': a1, 'waitingBefore': b2, 'waitingAfter': a2, 'difference': float(x.mean() - y.mean()), 'low': float(ci.low), 'high': float(ci.high)})
for n in [5, 8, 12, 20, 40, 100, 200]:
    limit = stats.t.ppf(0.975, n - 1); power = lambda d: 1 - stats.nct.cdf(limit, n - 1, d * sqrt(n)) + stats.nct.cdf(-limit, n - 1, d * sqrt(n)) - 0.8
    out['smallest'].append({'n': n, 'change': float(brentq(power, 0.01, 5 / sqrt(n), xtol=1e-14, rtol=1e-14))})
pathlib.Path(__file__).with_suffix('.json').write_text(json.dumps(out, indent=1) + '\n')
