using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The native SQLite library of this process: the system's when it is newer than the packaged one, since the system's gets security fixes.
/// </summary>
public static class NativeSqlite
{
    private const string Packaged = "e_sqlite3";

    private static readonly string[] SystemNames = OperatingSystem.IsLinux() ? ["libsqlite3.so.0"] : [];

    static NativeSqlite()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var packaged = Load(Packaged, provider);
        var system = SystemNames.Select(name => Load(name, provider)).FirstOrDefault(handle => handle != 0);
        FromSystem = system != 0 && (packaged == 0 || Number(system) > Number(packaged));
        var chosen = FromSystem ? system : packaged;
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == Packaged ? chosen : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        Version = raw.sqlite3_libversion().utf8_to_string();
    }

    /// <summary>Such as <c>3.40.1</c>.</summary>
    public static string Version { get; }

    /// <summary>True when the operating system's library is used, false for the packaged one.</summary>
    public static bool FromSystem { get; }

    private static nint Load(string name, Assembly assembly) => NativeLibrary.TryLoad(name, assembly, null, out var handle) ? handle : 0;

    private static int Number(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var address) ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(address)() : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
