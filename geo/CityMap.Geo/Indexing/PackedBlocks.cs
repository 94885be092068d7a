using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CityMap.Geo.Indexing;

/// <summary>Sixteen boxes as columns of sixteen: west, south, east, north.</summary>
internal interface IPackedBlock
{
    /// <summary>Four numbers of a column from an index on.</summary>
    Vector256<double> West(int index);

    Vector256<double> South(int index);

    Vector256<double> East(int index);

    Vector256<double> North(int index);
}

/// <summary>A block of points: two columns, each both edges.</summary>
internal readonly ref struct PointBlock(ref double start) : IPackedBlock
{
    private readonly ref double _start = ref start;

    public Vector256<double> West(int index) => Vector256.LoadUnsafe(ref _start, (nuint)index);

    public Vector256<double> South(int index) => Vector256.LoadUnsafe(ref _start, (nuint)(index + 16));

    public Vector256<double> East(int index) => West(index);

    public Vector256<double> North(int index) => South(index);
}

/// <summary>A block of boxes in full precision.</summary>
internal readonly ref struct WideBlock(ref double start) : IPackedBlock
{
    private readonly ref double _start = ref start;

    public Vector256<double> West(int index) => Vector256.LoadUnsafe(ref _start, (nuint)index);

    public Vector256<double> South(int index) => Vector256.LoadUnsafe(ref _start, (nuint)(index + 16));

    public Vector256<double> East(int index) => Vector256.LoadUnsafe(ref _start, (nuint)(index + 32));

    public Vector256<double> North(int index) => Vector256.LoadUnsafe(ref _start, (nuint)(index + 48));
}

/// <summary>A block of boxes rounded outward to single precision: half the memory to wait for, and nothing is missed.</summary>
internal readonly ref struct NarrowBlock(ref float start) : IPackedBlock
{
    private readonly ref float _start = ref start;

    public Vector256<double> West(int index) => Load(index);

    public Vector256<double> South(int index) => Load(index + 16);

    public Vector256<double> East(int index) => Load(index + 32);

    public Vector256<double> North(int index) => Load(index + 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Load(int index)
    {
        var four = Vector128.LoadUnsafe(ref _start, (nuint)index);
        if (System.Runtime.Intrinsics.X86.Avx.IsSupported) return System.Runtime.Intrinsics.X86.Avx.ConvertToVector256Double(four);
        var (low, high) = Vector128.Widen(four);
        return Vector256.Create(low, high);
    }
}
