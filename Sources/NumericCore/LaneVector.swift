/// The members of a block side by side: the width of the vectors that kernels and formulas work on.
public typealias LaneVector = SIMD8<Double>
