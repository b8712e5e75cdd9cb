//! Numbers out of many numbers.

use std::time::Duration;

/// The time that so many of a hundred do not exceed. Zero where there is none.
pub fn percentile(times: &mut [Duration], of_hundred: usize) -> Duration {
    times.sort_unstable();
    let rank = (times.len() * of_hundred).div_ceil(100);
    times
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

/// How much `y` grows with each 1 of `x`: the line with the least squares. Zero for fewer than two points.
pub fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().fold(0.0, |count, _| count + 1.0);
    if points.len() < 2 {
        return 0.0;
    }
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let together: f64 = points
        .iter()
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    let alone: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    if alone == 0.0 { 0.0 } else { together / alone }
}
